import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HttpWechatGateway } from './wechat-gateway.js'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** The adapter, pointed at a WeChat that answers as the test says. */
async function gatewayTo(listener: RequestListener) {
  server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return new HttpWechatGateway({ baseUrl: () => `http://127.0.0.1:${port}`, appid: 'wx1', secret: 's/&' })
}

const answering = (body: unknown) =>
  gatewayTo((_request, response) => response.end(typeof body === 'string' ? body : JSON.stringify(body)))

describe('jscode2session', () => {
  it('sends what WeChat asks for and keeps the two identifiers only', async () => {
    let asked = ''
    const gateway = await gatewayTo((request, response) => {
      asked = request.url ?? ''
      response.setHeader('content-type', 'text/plain')
      response.end('{"openid":"o1","unionid":"u1","session_key":"k","errcode":0}')
    })
    await expect(gateway.identify('a&b')).resolves.toEqual({ openid: 'o1', unionid: 'u1' })
    expect(asked).toBe(
      '/sns/jscode2session?appid=wx1&secret=s%2F%26&js_code=a%26b&grant_type=authorization_code',
    )
  })

  it.each([40029, 40163])('blames the code for %d', async (errcode) => {
    const gateway = await answering({ errcode, errmsg: 'invalid code' })
    await expect(gateway.identify('c')).rejects.toMatchObject({ code: 'WECHAT_CODE_INVALID' })
  })

  it.each([-1, 40013, 40125, 45011, 40226])('asks to try again later for %d', async (errcode) => {
    const gateway = await answering({ errcode })
    await expect(gateway.identify('c')).rejects.toMatchObject({ code: 'WECHAT_UNAVAILABLE' })
  })

  it.each(['<html>', '', 'null', '[]', '{}', '{"openid":""}', '{"openid":7}'])(
    'takes no identity from %j',
    async (body) => {
      const gateway = await answering(body)
      await expect(gateway.identify('c')).rejects.toMatchObject({ code: 'WECHAT_UNAVAILABLE' })
    },
  )

  it('gives up after three seconds', async () => {
    const gateway = await gatewayTo(() => {})
    const start = Date.now()
    await expect(gateway.identify('c')).rejects.toMatchObject({ code: 'WECHAT_UNAVAILABLE' })
    expect(Date.now() - start).toBeLessThan(4000)
  })

  it('does not carry the secret to another host', async () => {
    const gateway = await gatewayTo((_request, response) => {
      response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()
    })
    await expect(gateway.identify('c')).rejects.toMatchObject({ code: 'WECHAT_UNAVAILABLE' })
  })

  it('says so when nobody answers', async () => {
    const gateway = new HttpWechatGateway({ baseUrl: () => 'http://127.0.0.1:9', appid: 'a', secret: 'b' })
    await expect(gateway.identify('c')).rejects.toMatchObject({ code: 'WECHAT_UNAVAILABLE' })
  })
})
