"""Several tabs of one browser, on the page of samples."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support import sample
from tests.support.sites import Site
from tests.support.visits import Visits


@pytest.fixture
def tab(sample_visits: Visits, sample_http: Site) -> Callable[[], Page]:
    """Opens one more tab of the same browser."""
    context = sample_visits.context()

    def another() -> Page:
        page = context.new_page()
        page.goto(sample_http.url(sample.PAGE))
        return page

    return another
