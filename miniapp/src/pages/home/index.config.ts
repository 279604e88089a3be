export default definePageConfig({ navigationBarTitleText: '一刻钟', enablePullDownRefresh: true })
