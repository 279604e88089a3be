import { toast } from './toast'

/** 转发: WeChat lets only a button of its own or the menu share, so say where the menu is. */
export async function shareLink(_title: string): Promise<void> {
  toast('点右上角的「…」转发给朋友')
}
