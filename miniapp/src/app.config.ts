const icon = (name: string) => ({
  iconPath: `static/tab/${name}.png`,
  selectedIconPath: `static/tab/${name}-on.png`,
})

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/map/index', 'pages/coupons/index', 'pages/mine/index'],
  subPackages: [
    { root: 'packages/outlet', pages: ['pages/search/index', 'pages/outlet/index'] },
    { root: 'packages/coupon', pages: ['pages/coupon-code/index'] },
    { root: 'packages/survey', pages: ['pages/survey/index'] },
    { root: 'packages/merchant', pages: ['pages/workbench/index', 'pages/redeem-result/index'] },
    { root: 'packages/mine', pages: ['pages/my-data/index', 'pages/privacy/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/outlet', 'packages/survey'] },
    'pages/coupons/index': { network: 'all', packages: ['packages/coupon'] },
    'pages/mine/index': { network: 'all', packages: ['packages/mine', 'packages/merchant'] },
  },
  tabBar: {
    color: '#607078',
    selectedColor: '#0a6a73',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/home/index', text: '首页', ...icon('home') },
      { pagePath: 'pages/map/index', text: '地图', ...icon('map') },
      { pagePath: 'pages/coupons/index', text: '优惠', ...icon('coupons') },
      { pagePath: 'pages/mine/index', text: '我的', ...icon('mine') },
    ],
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '一刻钟',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f4f6f6',
    backgroundTextStyle: 'dark',
  },
  animation: false,
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '用来按您站的地方排出附近的网点；不给也能用，选社区即可' } },
  __usePrivacyCheck__: true,
})
