import type { components } from "@/api/schema";

/** Short names for the server's own shapes. */
type Shapes = components["schemas"];

export type TitleKind = Shapes["TitleCard"]["kind"];
export type TitleCard = Shapes["TitleCard"];
export type TitleDetail = Shapes["TitleDetail"];
export type TitlePage = Shapes["TitlePage"];
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
export type Suggestion = Shapes["Suggestion"];
export type Connection = Shapes["ConnectionState"];

/** How old an answer is; every page that a provider feeds carries this. */
export type Freshness = Pick<Shapes["TitlePage"], "age" | "stale" | "notice">;
