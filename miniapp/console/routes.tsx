import { lazy } from 'react'
import { Navigate, type RouteObject } from 'react-router'
import { NotFound, PageFault } from './shell/PageFault'
import { Shell } from './shell/Shell'

const LoginPage = lazy(() => import('./session/LoginPage'))
const ActivatePage = lazy(() => import('./session/ActivatePage'))
const AccountPage = lazy(() => import('./session/AccountPage'))
const SatisfactionPage = lazy(() => import('./satisfaction/SatisfactionPage'))
const MapPage = lazy(() => import('./map/MapPage'))
const OutletsPage = lazy(() => import('./outlet/OutletsPage'))
const AuditPage = lazy(() => import('./audit/AuditPage'))

const pages: RouteObject[] = [
  { index: true, element: <Navigate to="/satisfaction" replace /> },
  { path: 'map', element: <MapPage /> },
  { path: 'outlets', element: <OutletsPage /> },
  { path: 'satisfaction', element: <SatisfactionPage /> },
  { path: 'audit', element: <AuditPage /> },
  { path: 'account', element: <AccountPage /> },
  { path: '*', element: <NotFound /> },
]

export const routes: RouteObject[] = [
  { path: 'login', element: <LoginPage />, errorElement: <PageFault /> },
  { path: 'activate', element: <ActivatePage />, errorElement: <PageFault /> },
  {
    element: <Shell />,
    errorElement: <PageFault />,
    children: [{ errorElement: <PageFault />, children: pages }],
  },
]
