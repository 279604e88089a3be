import 'reflect-metadata'
import type { INestApplicationContext } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule } from '../app.module.js'
import { type Config, loadConfig } from '../platform/config/config.js'

/** The whole application without its HTTP side and without jobs, for a command that runs and ends. */
export async function withApplication<R>(
  work: (app: INestApplicationContext, config: Config) => Promise<R>,
): Promise<R> {
  const config = loadConfig({ ...process.env, JOBS: 'false', QUERY_TIMEOUT_MS: '60000', METRICS_PORT: '0' })
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config), {
    logger: ['error', 'warn'],
    abortOnError: false,
  })
  try {
    return await work(app, config)
  } finally {
    await app.close()
  }
}

/** Runs a command; a refusal is one line on standard error and exit code 1. */
export async function runCommand(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
