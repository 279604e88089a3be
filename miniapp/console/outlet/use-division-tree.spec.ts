import { pathTo } from './use-division-tree'

it('names the divisions between the officer and a place in the address', () => {
  expect(pathTo('6205', '620502001002')).toEqual(['620502', '620502001'])
  expect(pathTo('620502', '620502001002')).toEqual(['620502001'])
  expect(pathTo('6205', '620502')).toEqual([])
})

it('asks nothing about a place outside the officer’s division', () => {
  expect(pathTo('620503', '620502001002')).toEqual([])
  expect(pathTo('6205', undefined)).toEqual([])
})
