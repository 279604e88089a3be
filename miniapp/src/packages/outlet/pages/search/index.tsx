import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { OutletBrowser } from '@/features/outlet/browser'
import { noFilters, type OutletFilters } from '@/features/outlet/outlet-filters'
import { pageParam } from '@/platform/navigate'
import { Icon } from '@/ui/Icon'
import { Page, TitleBar } from '@/ui/Page'
import { Pressable } from '@/ui/Pressable'
import { TextField } from '@/ui/TextField'
import './index.scss'

const typingMs = 350
const longestKeyword = 60

interface FieldProps {
  keyword: string
  /** Somebody came to type, not to see a list chosen on the home page. */
  autoFocus: boolean
  onSearch: (keyword: string) => void
}

/** The words a person types; searched when the typing pauses, or at once with the return key. */
function SearchField({ keyword, autoFocus, onSearch }: FieldProps) {
  const [typed, setTyped] = useState(keyword)
  useEffect(() => setTyped(keyword), [keyword])
  useEffect(() => {
    const words = typed.trim()
    if (words === keyword) return
    const timer = setTimeout(() => onSearch(words), typingMs)
    return () => clearTimeout(timer)
  }, [typed, keyword, onSearch])
  return (
    <View className="search-field">
      <Icon name="search" size={18} />
      <TextField
        label="搜索附近的店和服务"
        placeholder="修鞋、药店、浆水面"
        value={typed}
        maxLength={longestKeyword}
        autoFocus={autoFocus}
        confirm="search"
        onChange={setTyped}
        onConfirm={(words) => onSearch(words.trim())}
      />
      {typed !== '' && (
        <Pressable className="search-field__clear" label="清空" onPress={() => onSearch('')}>
          <Icon name="close" size={16} />
        </Pressable>
      )}
    </View>
  )
}

/** What the page was opened for: words, an entry of the home grid, or what is open now. */
function useWish() {
  const { params } = useRouter()
  const formats = pageParam(params, 'formats')
  const title = pageParam(params, 'title')
  const filters: OutletFilters = {
    ...noFilters,
    keyword: pageParam(params, 'q') ?? '',
    formats: formats ? formats.split(',') : [],
    openNow: pageParam(params, 'open') === 'true',
    within: title === '全部' ? null : noFilters.within,
  }
  return { filters, title }
}

/** 找店: results nearest first, filters, list and map. */
export default function Search() {
  const [wish] = useState(useWish())
  const [filters, setFilters] = useState(wish.filters)
  const change = (part: Partial<OutletFilters>) => setFilters((before) => ({ ...before, ...part }))
  const [search] = useState(() => (keyword: string) => change({ keyword }))
  const named = filters.formats.join() === wish.filters.formats.join() && wish.filters.formats.length > 0
  const subject = filters.keyword ? `「${filters.keyword}」` : named ? (wish.title ?? '店') : '店'
  const bar = (
    <TitleBar>
      <SearchField keyword={filters.keyword} autoFocus={wish.title === null} onSearch={search} />
    </TitleBar>
  )
  return (
    <Page title="找店" bar={bar}>
      <OutletBrowser filters={filters} initialView="list" subject={subject} onChange={change} />
    </Page>
  )
}
