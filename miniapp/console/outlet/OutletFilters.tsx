import { freshnessBands } from '@yikezhong/shared/outlet/bureau-outlet.contract'
import { outletStatuses } from '@yikezhong/shared/outlet/outlet.contract'
import { Button, Select, TreeSelect } from 'antd'
import { useCircleOptions } from '../api/use-circle-options'
import { useFormatOptions } from '../api/use-formats'
import type { useSearchState } from '../api/use-search-state'
import { useSession } from '../session/session'
import { KeywordInput } from '../ui/KeywordInput'
import { useDivisionTree } from './use-division-tree'
import { freshnessWords, statusWords } from './words'

export const filterKeys = ['keyword', 'format', 'status', 'freshness', 'division', 'circle'] as const
export type FilterKey = (typeof filterKeys)[number]
type Search = ReturnType<typeof useSearchState<FilterKey | 'outlet'>>

const statusOptions = outletStatuses.map((value) => ({ value, label: statusWords[value] }))
const freshnessOptions = freshnessBands.map((value) => ({ value, label: freshnessWords[value] }))

export function OutletFilters({ search: { get, set } }: { search: Search }) {
  const formats = useFormatOptions()
  const circles = useCircleOptions()
  const pick = (key: FilterKey, label: string, options: object[]) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      popupMatchSelectWidth={false}
      value={get(key)}
      onChange={(value: string | undefined) => set({ [key]: value })}
      options={options}
    />
  )
  const active = filterKeys.some((key) => get(key))
  return (
    <search className="filters">
      <KeywordInput value={get('keyword')} onChange={(keyword) => set({ keyword }, { replace: true })} />
      {pick('format', '业态', formats)}
      {pick('status', '状态', statusOptions)}
      {pick('freshness', '最近确认', freshnessOptions)}
      <DivisionSelect value={get('division')} onChange={(division) => set({ division })} />
      {pick('circle', '生活圈', circles)}
      {active && (
        <Button
          type="link"
          onClick={() => set(Object.fromEntries(filterKeys.map((key) => [key, undefined])))}
        >
          清除筛选
        </Button>
      )}
    </search>
  )
}

interface DivisionSelectProps {
  value: string | undefined
  onChange: (code: string | undefined) => void
}

/** 街道或社区, below the officer's own division; a community has nothing below it to choose. */
function DivisionSelect({ value, onChange }: DivisionSelectProps) {
  const staff = useSession((state) => state.session?.staff)
  const { nodes, open } = useDivisionTree(staff?.divisionCode ?? '', value)
  if (staff?.role === 'community') return null
  return (
    <TreeSelect
      aria-label="街道或社区"
      placeholder="街道或社区"
      allowClear
      popupMatchSelectWidth={false}
      treeDataSimpleMode
      treeData={nodes}
      loadData={async (node) => open(String(node.value))}
      value={value}
      onChange={(code: string | undefined) => onChange(code)}
    />
  )
}
