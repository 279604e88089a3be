import { useEffect, useState } from 'react'

/** The time, fresh every minute, so that "34 分钟后打烊" stays true while the page is looked at. */
export function useNow(everyMs = 60_000): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
