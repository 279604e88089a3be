/** Hands the person a file; answers the sentence to show. */
export async function saveText(name: string, text: string): Promise<string> {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
  return '已下载到手机的「下载」里'
}
