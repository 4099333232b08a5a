#pragma once

#include <QString>
#include <QStringList>

namespace atelier::ui {

enum class PageKind { Home, Jobs, Job, Compare, Settings };

/// A place in the window: what going back comes to again.
struct Address
{
    PageKind page = PageKind::Home;
    QStringList jobs = {}; ///< names: one for Job, two and more for Compare
    QString tab = {}; ///< "" is the page's first, or the one that it last showed
    QString filter = {}; ///< of Jobs, or of the rows of `file` where that is a table
    QString file = {}; ///< of Job, within its folder: `outputs/predictions.parquet`

    bool operator==(const Address &) const = default;
};

} // namespace atelier::ui
