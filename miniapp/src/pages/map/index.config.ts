export default definePageConfig({ navigationBarTitleText: '地图', disableScroll: false })
