export { CouponDemo, type DemoTemplate } from './coupon.demo.js'
export { CouponModule } from './coupon.module.js'
