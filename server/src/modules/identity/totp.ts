import { generateSecret, generateURI, verify } from 'otplib'

const STEP_SECONDS = 30

export const newTotpSecret = (): string => generateSecret()

/** What an authenticator app scans. */
export const totpUri = (secret: string, username: string): string =>
  generateURI({ issuer: '一刻钟', label: username, secret })

/** The time step a code belongs to, at most one step off; null when it is wrong. */
export async function totpStep(secret: string, code: string, now: Date): Promise<number | null> {
  const epoch = Math.floor(now.getTime() / 1000)
  const result = await verify({ secret, token: code, epoch, epochTolerance: STEP_SECONDS })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
