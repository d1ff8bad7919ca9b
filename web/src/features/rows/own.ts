/** The rows of Discover that are somebody's own; they come when it is known who looks. */
export const UP_NEXT = "up-next";
export const FOR_YOU = "for-you";
export const BECAUSE = "because-you-liked";

export const isOwn = (row: string) => [UP_NEXT, FOR_YOU, BECAUSE].includes(row);
