import { create } from 'zustand'

interface Shown {
  text: string
  tone: 'plain' | 'good' | 'bad'
  id: number
}

/** The one sentence at the bottom of the screen. */
export const useToast = create<{ shown: Shown | null }>()(() => ({ shown: null }))

let count = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Says a sentence for as long as it takes to read. */
export function toast(text: string, tone: Shown['tone'] = 'plain'): void {
  count += 1
  clearTimeout(timer)
  useToast.setState({ shown: { text, tone, id: count } })
  timer = setTimeout(() => useToast.setState({ shown: null }), 2500 + text.length * 120)
}
