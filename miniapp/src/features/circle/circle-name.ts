import type { Circle } from '@yikezhong/shared/circle/circle.contract'

/** `大城生活圈`, `桥南 1 生活圈` */
export const circleName = ({ shortName }: Pick<Circle, 'shortName'>) =>
  `${shortName}${/\d$/.test(shortName) ? ' ' : ''}生活圈`
