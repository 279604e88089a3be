import Taro from '@tarojs/taro'

const write = (filePath: string, data: string) =>
  new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding: 'utf8',
      success: () => resolve(),
      fail: reject,
    })
  })

/** Hands the person a file to keep in a chat; where WeChat cannot, the text is copied. Answers the sentence to show. */
export async function saveText(name: string, text: string): Promise<string> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  try {
    await write(filePath, text)
    await Taro.shareFileMessage({ filePath, fileName: name })
    return '发到聊天里就能保存'
  } catch {
    await Taro.setClipboardData({ data: text })
    return '已复制，粘贴到备忘录里就能保存'
  }
}
