import { hash, verify } from '@node-rs/argon2'

/** argon2id (the library's default variant) at OWASP's first recommendation: about 15 ms and 19 MiB. */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(normalised(password), cost)

let decoy: Promise<string> | undefined

/** False also when there is no account: then a decoy hash is checked, so that both cases take the same time. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const matches = await verify(stored ?? (await decoy), normalised(password))
  return matches && stored !== undefined
}

/** One keyboard may send é as one character and another as two. */
const normalised = (password: string) => password.normalize('NFKC')
