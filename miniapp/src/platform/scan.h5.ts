/** The picture a person takes or picks; null when they close the chooser. */
function pickPicture(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.setAttribute('capture', 'environment')
    input.setAttribute('aria-label', '选择券码图片')
    input.style.display = 'none'
    const settle = (file: File | null) => {
      input.remove()
      resolve(file)
    }
    input.onchange = () => settle(input.files?.[0] ?? null)
    input.oncancel = () => settle(null)
    document.body.append(input)
    input.click()
  })
}

const longestSide = 1600

async function pixels(file: File): Promise<ImageData | null> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return context?.getImageData(0, 0, canvas.width, canvas.height) ?? null
}

/** Reads a QR code from a picture; null when the person closes the chooser, an error when no code is in it. */
export async function scan(): Promise<string | null> {
  const file = await pickPicture()
  if (!file) return null
  const [image, { default: jsQR }] = await Promise.all([pixels(file), import('jsqr')])
  const found = image && jsQR(image.data, image.width, image.height)
  if (!found) throw new Error('图片里没有认出券码，请靠近一点再拍')
  return found.data
}
