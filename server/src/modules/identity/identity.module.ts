import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Sessions } from '../../platform/auth/sessions.js'
import { ActivateStaff } from './activate-staff.js'
import { Actors } from './actors.js'
import { BindTotp } from './bind-totp.js'
import { DisableStaff } from './disable-staff.js'
import { EraseResidents } from './erase-residents.js'
import { IdentityDemo } from './identity.demo.js'
import { IdentityService } from './identity.service.js'
import { IdentityUpkeep } from './identity-upkeep.js'
import { InviteStaff } from './invite-staff.js'
import { LoginAttempts } from './login-attempts.js'
import { LoginStaff } from './login-staff.js'
import { LoginWithWechat } from './login-with-wechat.js'
import { Members } from './members.js'
import { MerchantMember } from './merchant-member.entity.js'
import { MyDeletion } from './my-deletion.js'
import { MyPersonalData } from './my-personal-data.js'
import { PersonalData } from './personal-data.js'
import { ResidentController } from './resident.controller.js'
import { Resident } from './resident.entity.js'
import { Residents } from './residents.js'
import { SessionController } from './session.controller.js'
import { Session } from './session.entity.js'
import { SessionStore } from './session-store.js'
import { StaffController } from './staff.controller.js'
import { StaffAccount, StaffInvitation, StaffLoginAttempt } from './staff-account.entity.js'
import { StaffAudit } from './staff-audit.js'
import { TotpCodes } from './totp-codes.js'
import { wechatProviders } from './wechat/wechat.providers.js'

const entities = [Resident, MerchantMember, Session, StaffAccount, StaffInvitation, StaffLoginAttempt]

/** Who is who: residents, merchants' members, staff and their sessions. Global because the guard asks it. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [SessionController, ResidentController, StaffController],
  providers: [
    ...wechatProviders,
    SessionStore,
    { provide: Sessions, useExisting: SessionStore },
    Actors,
    Members,
    Residents,
    IdentityService,
    LoginWithWechat,
    LoginAttempts,
    LoginStaff,
    TotpCodes,
    BindTotp,
    InviteStaff,
    ActivateStaff,
    DisableStaff,
    StaffAudit,
    PersonalData,
    MyPersonalData,
    MyDeletion,
    EraseResidents,
    IdentityUpkeep,
    IdentityDemo,
  ],
  exports: [Sessions, IdentityService, IdentityDemo, InviteStaff, DisableStaff, PersonalData],
})
export class IdentityModule {}
