import type { Readable } from 'node:stream'
import { StreamableFile } from '@nestjs/common'
import type { MediaType } from '@yikezhong/shared/http/endpoint'

/** A JSON answer that is already text: rows serialised once and joined, for the hottest lists. */
export class JsonText {
  constructor(readonly text: string | Buffer) {}
}

/** `T` as far as types go; the adapter sends the text as it is, and tests still check it against the contract. */
export const jsonText = <T>(text: string | Buffer): T => new JsonText(text) as T

/** A file to download, named for people. */
export function fileAnswer(type: MediaType, name: string, content: Buffer | Readable): StreamableFile {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
  const options = { type: type.mediaType, disposition }
  return Buffer.isBuffer(content)
    ? new StreamableFile(content, options)
    : new StreamableFile(content, options)
}
