"""Documents to download: PDF, Word, OpenDocument, EPUB and archives, made from the checked content.

Only this package imports pandoc and Typst. `entry_manuscripts`, `questionnaires` and `briefs` say what stands in a
document; `layout` and `body` make one tree of it; `typeset`, `word`, `open_document` and `ebook` write it; `making`
keeps the files.
"""

from collections.abc import Callable, Iterator, Sequence

from build_tools.downloads import Downloads
from build_tools.steps.documents.briefs import brief_manuscripts
from build_tools.steps.documents.entry_manuscripts import entry_manuscripts
from build_tools.steps.documents.making import as_download, jobs, make, remove_others
from build_tools.steps.documents.manuscript import Manuscript
from build_tools.steps.documents.questionnaires import questionnaire_manuscripts
from build_tools.views import Site


def make_documents(site: Site, languages: Sequence[str], say: Callable[[str], None]) -> Downloads:
    """Return every document that exists, after making the missing ones in some languages; none are, without languages.

    A site whose settings say `downloads: false` has none.

    Raises:
        DefectError: a document could not be made; its name is in the message.

    """
    settings = site.catalog.settings
    if not settings.extra.downloads:
        return Downloads()
    store = settings.work / "documents"
    wanted = jobs(list(manuscripts(site)), settings.root, store)
    todo = [job for job in wanted if job.manuscript.lang in languages and not job.file.is_file()]
    make(todo, settings.root, say)
    remove_others(wanted, store)
    return Downloads(tuple(as_download(job) for job in wanted if job.file.is_file()))


def manuscripts(site: Site) -> Iterator[Manuscript]:
    """Return what every document of a site is made from."""
    for view in site.views.values():
        yield from entry_manuscripts(view)
        yield from brief_manuscripts(view)
        yield from questionnaire_manuscripts(view)
