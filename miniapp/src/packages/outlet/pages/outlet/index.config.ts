export default definePageConfig({ navigationBarTitleText: '网点', enableShareAppMessage: true })
