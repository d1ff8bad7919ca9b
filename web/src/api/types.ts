import type { components, paths } from "@/api/schema";

/** Short names for the server's own shapes. */
type Shapes = components["schemas"];

export type TitleKind = Shapes["TitleCard"]["kind"];
export type TitleCard = Shapes["TitleCard"];
export type TitleDetail = Shapes["TitleDetail"];
export type TitlePage = Shapes["TitlePage"];
export type NeighbourCard = Shapes["NeighbourCard"];
export type Reason = Shapes["Reason"];
export type Recommended = Shapes["Recommended"];
export type Picture = Shapes["Picture"];
export type SeasonCard = Shapes["SeasonCard"];
export type SeasonDetail = Shapes["SeasonDetail"];
export type Episode = Shapes["EpisodeItem"];
export type CastMember = Shapes["CastMember"];
export type CrewMember = Shapes["CrewMember"];
export type ExternalIds = Shapes["ExternalIds"];
export type Video = Shapes["Video"];
export type WatchProviders = Shapes["WatchProviders"];
export type WatchOption = Shapes["WatchOption"];
export type PersonCard = Shapes["PersonCard"];
export type PersonDetail = Shapes["PersonDetail"];
export type FilmographyItem = Shapes["FilmographyItem"];
export type CollectionCard = Shapes["CollectionCard"];
export type CollectionDetail = Shapes["CollectionDetail"];
export type ListCard = Shapes["ListCard"];
export type GenreItem = Shapes["GenreItem"];
export type SearchHit = Shapes["SearchHit"];
export type CollectionHit = Shapes["CollectionHit"];
export type ListHit = Shapes["ListHit"];
export type Suggestion = Shapes["Suggestion"];
export type Connection = Shapes["ConnectionState"];
export type OpinionTold = Shapes["OpinionTold"];
export type OpinionItem = Shapes["OpinionItem"];
export type OpinionPage = Shapes["OpinionPage"];

export type Flow = Shapes["AuthFlow"];
export type AuthAnswer = Shapes["AuthAuthenticatedResponse"] | Shapes["AuthAuthenticationResponse"];
export type SignInConfig = Shapes["AuthConfigurationResponse"]["data"];
export type LoginProvider = Shapes["AuthProvider"];
export type LinkedAccount = Shapes["AuthProviderAccount"];
export type EmailAddress = Shapes["AuthEmailAddress"];
export type Authenticator = Shapes["AuthAuthenticatorList"][number];
export type Passkey = Shapes["AuthWebAuthnAuthenticator"];
export type RecoveryCodes = Shapes["AuthSensitiveRecoveryCodesAuthenticator"];
export type TotpToCome =
  paths["/api/v1/auth/browser/v1/account/authenticators/totp"]["get"]["responses"][404]["content"]["application/problem+json"];

export type Me = Shapes["Me"];
export type MeChange = Shapes["ProfileChange"];
export type Session = Shapes["SessionItem"];
export type Token = Shapes["TokenItem"];
export type NewToken = Shapes["MadeToken"];
export type Person = Shapes["Person"];
export type PersonChange = Shapes["PersonChange"];
export type Role = Shapes["Me"]["role"];
export type Invitation = Shapes["InvitationItem"];
export type NewInvitation = Shapes["MadeInvitation"];
export type AccountSettings = Shapes["AccountSettings"];
export type MailSettings = Shapes["MailSettings"];
export type SmsSettings = Shapes["SmsSettings"];
export type IdentityProvider = Shapes["ProviderItem"];
export type Smtp = Shapes["Smtp"];
export type Gateway = Shapes["Gateway"];
export type AuditItem = Shapes["AuditItem"];
export type AuditAction = Shapes["AuditAction"];

export type WatchlistCard = Shapes["WatchlistCard"];
export type WatchlistHeading = Shapes["WatchlistHeading"];
export type WatchlistDetail = Shapes["WatchlistDetail"];
export type WatchlistItem = Shapes["WatchlistItemTold"];
export type WatchlistInvitation = Shapes["WatchlistInvitation"];
export type WatchlistMember = Shapes["Member"];
export type ListsFor = Shapes["ListsFor"];
export type Review = Shapes["ReviewTold"];
export type ReviewPage = Shapes["ReviewPage"];
export type Statistics = Shapes["Statistics"];
export type Done = Shapes["Done"];

/** How old an answer is; every page that a provider feeds carries this. */
export type Freshness = Pick<Shapes["TitlePage"], "age" | "stale" | "notice">;
