import { Drawer } from 'antd'
import { Suspense, useState } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { ReloginModal } from '../session/ReloginModal'
import { useSession } from '../session/session'
import { Header } from './Header'
import { Nav } from './Nav'

/** Header, side navigation and the page; asks for a login first and remembers where the officer wanted to go. */
export function Shell() {
  const signedIn = useSession((state) => state.session !== null)
  const { pathname, search } = useLocation()
  const [menuOpen, setMenuOpen] = useState(false)
  if (!signedIn) return <Navigate to="/login" replace state={{ from: pathname + search }} />
  return (
    <div className="shell">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Header onMenu={() => setMenuOpen(true)} />
      <div className="side">
        <Nav />
      </div>
      <Drawer open={menuOpen} placement="left" size={240} title="栏目" onClose={() => setMenuOpen(false)}>
        <Nav onGo={() => setMenuOpen(false)} />
      </Drawer>
      <main id="main" className="main" tabIndex={-1}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
      <ReloginModal />
    </div>
  )
}
