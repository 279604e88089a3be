import { copyText } from './copy'
import { toast } from './toast'

/** 转发: the phone's own share sheet, or the link copied. */
export async function shareLink(title: string): Promise<void> {
  const url = location.href
  if (navigator.share) {
    await navigator.share({ title, url }).catch(() => {})
    return
  }
  toast((await copyText(url)) ? '链接已复制' : '没能复制，请从地址栏复制链接')
}
