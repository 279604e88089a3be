import Taro from '@tarojs/taro'
import { type HttpRequest, type HttpResponse, NetworkError } from './http-types'

/** Mini-program transport: WeChat has no fetch. */
export async function send(request: HttpRequest): Promise<HttpResponse> {
  try {
    const response = await Taro.request({
      url: API_ORIGIN + request.url,
      method: request.method as 'GET',
      header: request.headers,
      data: request.body,
      timeout: request.timeoutMs,
      responseType: request.binary ? 'arraybuffer' : 'text',
    })
    return { status: response.statusCode, data: response.data }
  } catch (reason) {
    const text = String((reason as { errMsg?: string })?.errMsg ?? '')
    throw new NetworkError(text.includes('timeout'))
  }
}
