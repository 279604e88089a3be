import { useQueries } from '@tanstack/react-query'
import { type Division, listDivisions } from '@yikezhong/shared/circle/circle.contract'
import { useState } from 'react'
import { call } from '@/lib/api-client'

interface Node {
  id: string
  pId: string | null
  value: string
  title: string
  isLeaf: boolean
}

/** Lengths of a national code's own prefixes: city, district, subdistrict, community. */
const levels = [4, 6, 9, 12]

/** The divisions from the officer's own down to `code`: whose children must be known to name it. */
export const pathTo = (root: string, code: string | undefined): string[] =>
  code?.startsWith(root)
    ? levels
        .filter((length) => length > root.length && length < code.length)
        .map((length) => code.slice(0, length))
    : []

/** The officer's divisions as a tree that grows where it is opened, or where the address already points. */
export function useDivisionTree(root: string, selected: string | undefined) {
  const [opened, setOpened] = useState<string[]>([])
  const parents = [...new Set([root, ...pathTo(root, selected), ...opened])]
  const answers = useQueries({
    queries: parents.map((parent) => ({
      queryKey: [listDivisions.path, { query: { parent } }],
      queryFn: () => call(listDivisions, { query: { parent } }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  const nodes: Node[] = answers.flatMap(({ data }) => data?.items.map((item) => nodeOf(item, root)) ?? [])
  const open = (code: string) => setOpened((codes) => (codes.includes(code) ? codes : [...codes, code]))
  return { nodes, open }
}

const nodeOf = ({ code, shortName, parentCode, level }: Division, root: string): Node => ({
  id: code,
  pId: parentCode === root ? null : parentCode,
  value: code,
  title: shortName,
  isLeaf: level === 'community',
})
