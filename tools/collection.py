"""All tasks under the names that a person types."""

from invoke.collection import Collection

from tools import bench, lighthouse, quality, site, words

namespace = Collection(
    site.build,
    site.check,
    site.serve,
    site.status,
    site.translate,
    site.upcoming,
    site.audit,
    site.data_changes,
    quality.lint,
    quality.run_tests,
    quality.shape,
    quality.docs,
    quality.lock,
    quality.parity,
    words.messages,
    bench.bench,
    lighthouse.lighthouse,
)
