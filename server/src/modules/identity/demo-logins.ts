import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { staffRoles } from '@yikezhong/shared/http/access'
import * as z from 'zod'

const cities = join(dirname(fileURLToPath(import.meta.url)), '../../../cities')

const demoLogin = z.strictObject({
  role: z.enum(['resident', 'owner', 'clerk', ...staffRoles]),
  name: z.string(),
  division: z.string().optional(),
  wechatCode: z.string().optional(),
  username: z.string().optional(),
  password: z.string().optional(),
})

/** One line of `logins.json`: a person of the demo world and how to log in as them. */
export type DemoLogin = z.infer<typeof demoLogin>

/** The demo world's people; none when the city has no demo world. */
export function readDemoLogins(city: string): DemoLogin[] {
  const file = join(cities, city, 'demo/logins.json')
  if (!existsSync(file)) return []
  return z.array(demoLogin).parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** The openid the simulated WeChat gives to a demo code. */
export const demoOpenid = (wechatCode: string): string => `demo-${wechatCode}`
