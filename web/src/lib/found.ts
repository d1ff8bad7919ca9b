import { notFound } from "@tanstack/react-router";
import { Problem } from "@/api/problem";

/** For route loaders: the answer; what the server has not found becomes the not-found page. */
export async function found<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) throw notFound();
    throw error;
  }
}
