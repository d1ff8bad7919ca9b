"""`matinee recommend evaluate`: reads ratings row by row, and judges by people it has not learnt from."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result
from scipy.sparse import csr_array

from matinee.config.cli import cli
from matinee.core.errors import BadInput, NotFound
from matinee.library.recommend import ranking
from matinee.library.recommend.evaluation import evaluate
from matinee.library.recommend.interactions import Interactions
from matinee.library.recommend.ratings_file import read_ratings
from matinee.library.recommend.regularisation import fold
from tests.library.recommend.planted import likings

HEAD = "userId,movieId,rating,timestamp\n"


def rows(people: int) -> Iterator[str]:
    """The planted likings as MovieLens would have them, with as many dislikes."""
    for person, title, _ in likings(people):
        number = person.split()[0]
        yield f"{number},{title},4.5,964982703\n"
        yield f"{number},{title % 40 + 200},1.0,964982703\n"


@pytest.fixture
def run(tmp_path: Path) -> Callable[[str | bytes], Result]:
    """The command on a file of this content."""

    def command(content: str | bytes) -> Result:
        path = tmp_path / "ratings.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return CliRunner().invoke(cli, ["recommend", "evaluate", str(path)])

    return command


def test_planted_tastes_are_found_far_better_than_by_popularity() -> None:
    found = evaluate(Interactions.gathered(likings(600)))

    assert found.model.recall_20 > 2 * found.popular.recall_20
    assert found.model.ndcg_100 > 2 * found.popular.ndcg_100
    assert found.model.coverage > found.popular.coverage
    assert (found.users, found.held_out, found.judged) == (600, 60, 60)


def test_the_same_ratings_give_the_same_numbers() -> None:
    one, other = (evaluate(Interactions.gathered(likings(200))) for _ in range(2))

    assert (one.model, one.popular) == (other.model, other.popular)


def test_the_command_prints_all_measures_and_what_they_cost(run: Callable[[str | bytes], Result]) -> None:
    printed = run("\ufeff" + HEAD + "".join(rows(200)))

    assert printed.exit_code == 0, printed.exception
    assert "200 users; learnt from 160" in printed.stdout
    for word in ("Recall@20", "Recall@50", "NDCG@100", "coverage@20", "this model", "most popular", "MB of memory"):
        assert word in printed.stdout


def test_low_ratings_are_no_likings_and_columns_come_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("rating,note,movieId,userId\n4,x,7,1\n3.5,x,8,1\n5,x,7,2\n\n")

    found = read_ratings(path, liked_from=4.0)
    assert found.users.tolist() == [0, 1]
    assert found.titles.tolist() == [7, 7]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "is empty"),
        ("userId,rating\n1,2\n", "line 1: the columns movieId are missing"),
        (HEAD + "1,2,good,0\n", "line 2: userId '1' and movieId '2' should be whole numbers, the rating 'good'"),
        (HEAD + "1,2,4,0\nalice,2,4,0\n", "line 3: userId 'alice'"),
        (HEAD + "1,tt0017136,4,0\n", "'tt0017136'"),
        (HEAD + f"1,{10**30},4,0\n", "should be whole numbers"),
        (HEAD + "1,2\n", "has 2 columns, too few"),
        (HEAD + "1,2,11,0\n", "the rating 11 is not between 0 and 10"),
        (HEAD + "1,2,-1,0\n", "not between"),
        (HEAD + "1,2,nan,0\n", "not between"),
        (HEAD + "1,2,4," + "0" * 10_000, "is longer than 4096 characters"),
        (HEAD + '1,2,"4,0\n' * 3, "line"),
        (HEAD.encode() + b"1,2,4,\xff\xfe\n", "is not text in UTF-8"),
        ((HEAD + "1,2,4,0\n").encode("utf-16"), "is not text in UTF-8"),
        (HEAD + "1,2,4,0\n", "0 users have at least 5 ratings that count as likings; 50 are needed"),
        (HEAD + "".join(rows(30)), "30 users have at least 5"),
    ],
)
def test_bad_ratings_are_refused_in_a_sentence(
    run: Callable[[str | bytes], Result], content: str | bytes, complaint: str
) -> None:
    refused = run(content)

    assert isinstance(refused.exception, BadInput)
    assert complaint in refused.exception.detail


def test_a_file_that_is_missing_or_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        read_ratings(tmp_path / "nowhere.csv", liked_from=4)
    with pytest.raises(BadInput, match="cannot be read: Is a directory"):
        read_ratings(tmp_path, liked_from=4)


def test_users_who_share_no_title_with_others_cannot_be_judged() -> None:
    alone = ((user, user * 100 + place, 1.0) for user in range(60) for place in range(6))

    with pytest.raises(BadInput, match="share too few titles"):
        evaluate(Interactions.gathered(alone))


def test_the_measures_are_those_of_the_paper() -> None:
    wanted = csr_array(np.array([[1, 0, 1, 0, 0], [0, 0, 0, 0, 1]], np.float32))
    known = csr_array(np.array([[0, 1, 0, 0, 0], [1, 0, 0, 0, 0]], np.float32))
    scores = np.array([[0.9, 1.0, 0.1, 0.5, 0.2], [0.9, 0.8, 0.7, 0.6, 0.5]], np.float32)

    best = ranking.best_places(scores, known)
    assert best[0, :4].tolist() == [0, 3, 4, 2]
    hit, count = ranking.hits(best, wanted), np.array([2, 1])
    assert ranking.recall(hit, count, 2).tolist() == [0.5, 0.0]
    assert ranking.recall(hit, count, 4).tolist() == [1.0, 1.0]
    ideal = 1 + 1 / np.log2(3)
    assert ranking.ndcg(hit, count) == pytest.approx([(1 + 1 / np.log2(5)) / ideal, 1 / np.log2(5)])


def test_a_fifth_of_the_likings_of_each_is_hidden_and_the_rest_told() -> None:
    people = csr_array(np.array([[1] * 10, [1] * 4 + [0] * 6, [0] * 10, [1] * 5 + [0] * 5], np.float32))

    known, wanted = fold(people)
    assert np.diff(wanted.indptr).tolist() == [2, 0, 0, 1]
    assert (known + wanted).toarray().tolist() == people.toarray().tolist()


def test_rows_are_not_kept_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    with path.open("w") as file:
        file.write(HEAD)
        for user in range(4000):
            file.writelines(f"{user},{title},{3 + title % 2},0\n" for title in range(50))
    script = (
        "import resource, sys; from pathlib import Path\n"
        "from matinee.library.recommend.ratings_file import read_ratings\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "found = read_ratings(Path(sys.argv[1]), liked_from=4)\n"
        "print(len(found.users), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    ).stdout
    likings, kilobytes = map(int, printed.split())
    assert likings == 100_000
    assert kilobytes < 8 * 1024  # 12 bytes each would be 1.2 MB; rows as lists, some 40 MB


def test_other_commands_do_not_pay_for_the_arithmetic() -> None:
    script = (
        "import sys, matinee.config.cli, matinee.library.recommend\n"
        "print([name for name in ('numpy', 'scipy') if name in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert printed == "[]\n"
