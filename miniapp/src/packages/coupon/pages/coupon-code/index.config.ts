export default definePageConfig({
  navigationBarTitleText: '出示给店员',
  navigationBarTextStyle: 'white',
  backgroundColor: '#07434a',
})
