// Fills the benchmark's database through the modules' own doors and logs one resident in; sends the token.
import { buildPath } from '@yikezhong/shared/http/endpoint'
import { loginWithWechat } from '@yikezhong/shared/identity/identity.contract'
import { createApp } from '../../dist/create-app.js'
import { CityPack, LoadCityPack } from '../../dist/modules/circle/index.js'
import { OutletService } from '../../dist/modules/outlet/index.js'
import { loadConfig } from '../../dist/platform/config/config.js'
import { outletsAround } from './outlets.mjs'

const app = await createApp(loadConfig(process.env))
await app.init()
await app.getHttpAdapter().getInstance().ready()
await app.get(LoadCityPack).execute(app.get(CityPack))

const outlets = app.get(OutletService)
const [merchantId = ''] = await outlets.createMerchants([{ name: '基准商户' }])
await outlets.createOutlets(outletsAround(merchantId))

const answer = await app.inject({
  method: 'POST',
  url: `/api/v1${buildPath(loginWithWechat.path)}`,
  payload: { code: 'test-bench' },
})
if (answer.statusCode !== 201) throw new Error(`login answered ${answer.statusCode}: ${answer.body}`)
process.send?.({ token: answer.json().token })
await app.close()
process.exit(0)
