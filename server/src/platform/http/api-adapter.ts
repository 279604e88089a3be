import { FastifyAdapter } from '@nestjs/platform-fastify'
import type { FastifyReply } from 'fastify'
import { JsonText } from './answer.js'

/** Nest's Fastify adapter, plus answers that are JSON text already. */
export class ApiAdapter extends FastifyAdapter {
  override reply(response: FastifyReply, body: unknown, statusCode?: number) {
    if (!(body instanceof JsonText)) return super.reply(response, body, statusCode)
    if (statusCode !== undefined) response.status(statusCode)
    return response.header('content-type', 'application/json; charset=utf-8').send(body.text)
  }
}
