import type { StaffRole } from '@yikezhong/shared/http/access'

export const roleNames: Record<StaffRole, string> = {
  operator: '平台运营',
  city: '市级',
  district: '区级',
  subdistrict: '街道',
  community: '社区',
}
