const MIN_LENGTH = 12

/** Words that open the lists of stolen passwords, and what staff of this platform would think of first. */
const COMMON_WORDS = [
  'password',
  'passw0rd',
  'administrator',
  'admin',
  'welcome',
  'letmein',
  'iloveyou',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwerty',
  'asdfgh',
  'qazwsxedc',
  'qazwsx',
  '1qaz2wsx3edc',
  '1qaz2wsx',
  '1q2w3e4r5t',
  '1q2w3e4r',
  'woaini',
  'wodemima',
  'mima',
  'tianshui',
  'shangwuju',
  'shequ',
  'jiedao',
  'yikezhong',
  'shenghuoquan',
  'bianmin',
  'abcdef',
  'abc123',
  'test',
  'root',
  'user',
  'guest',
  'demo',
]
const SEQUENCES = ['0123456789012345678909876543210', 'abcdefghijklmnopqrstuvwxyzyxwvutsrqponmlkjihgfedcba']

/**
 * 密码规则: at least 12 characters, and something left when the user name, common words, runs such as 12345678 and
 * repetitions are taken out. No rule about kinds of characters: such rules make passwords worse (NIST 800-63B).
 */
export function isWeakPassword(password: string, username: string): boolean {
  const text = password.normalize('NFKC').toLowerCase()
  if ([...text].length < MIN_LENGTH) return true
  if (new Set(text).size < 5 || isRepetition(text)) return true
  return guessableRest(text, username.toLowerCase()).length < 5
}

/** `abcabcabcabc`: one unit over and over. */
const isRepetition = (text: string) => (text + text).indexOf(text, 1) < text.length

/** What a guesser who tries words, years and runs would still have to guess. */
function guessableRest(text: string, username: string): string {
  const words = [username, ...COMMON_WORDS].filter((word) => word.length >= 3)
  const withoutWords = words.reduce((rest, word) => rest.replaceAll(word, ''), text)
  return withoutRuns(withoutWords)
    .replace(/(19|20)\d\d/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function withoutRuns(text: string): string {
  let rest = text.replace(/(.)\1{2,}/gu, '')
  for (let length = Math.min(10, rest.length); length >= 4; length--) {
    for (let start = 0; start + length <= rest.length; start++) {
      const piece = rest.slice(start, start + length)
      if (SEQUENCES.some((sequence) => sequence.includes(piece))) {
        rest = rest.slice(0, start) + rest.slice(start + length)
        start--
      }
    }
  }
  return rest
}
