import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Icon } from './Icon'

interface Props {
  value: string | undefined
  onChange: (keyword: string | undefined) => void
}

const pauseMs = 350

/** 店名、地址、服务: searches when the typing pauses, at once on Enter. */
export function KeywordInput({ value, onChange }: Props) {
  const [text, setText] = useState(value ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setText(value ?? ''), [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const settle = (typed: string) => {
    clearTimeout(timer.current)
    if (typed.trim() !== (value ?? '')) onChange(typed.trim() || undefined)
  }
  return (
    <Input
      className="keyword"
      type="search"
      aria-label="店名、地址、服务"
      placeholder="店名、地址、服务"
      prefix={<Icon name="search" size={16} />}
      allowClear
      maxLength={60}
      value={text}
      onChange={({ target, nativeEvent }) => {
        setText(target.value)
        clearTimeout(timer.current)
        // pinyin being composed is not a word yet
        if ('isComposing' in nativeEvent && nativeEvent.isComposing) return
        timer.current = setTimeout(() => settle(target.value), pauseMs)
      }}
      onCompositionEnd={({ currentTarget }) => settle(currentTarget.value)}
      onPressEnter={() => settle(text)}
    />
  )
}
