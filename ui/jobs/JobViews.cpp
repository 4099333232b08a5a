#include "ui/jobs/JobViews.h"

#include "ui/widgets/Chip.h"
#include "ui/widgets/Layouts.h"

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int pauseMs = 1000;

} // namespace

QList<JobViews::View> JobViews::views()
{
    return {{QStringLiteral("all"), tr("All"), {}},
        {QStringLiteral("active"), tr("Active"), QStringLiteral("state:active")},
        {QStringLiteral("completed"), tr("Completed"), QStringLiteral("state:completed")},
        {QStringLiteral("failed"), tr("Failed"), QStringLiteral("state:failed")},
        {QStringLiteral("failedToday"), tr("Failed today"), QStringLiteral("state:failed created:today")},
        {QStringLiteral("canceled"), tr("Canceled"), QStringLiteral("state:canceled")}};
}

JobViews::JobViews(WorkspaceConnection &connection, QWidget *parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_views(views())
    , m_call([this] { ask(); }, pauseMs, this)
{
    auto *row = makeRow(this, 6);
    for (const View &view : m_views) {
        auto *chip = new Chip(view.name, {}, this);
        chip->setObjectName(QStringLiteral("view_") + view.id);
        connect(chip, &Chip::clicked, this, [this, filter = view.filter] {
            setCurrent(filter); // a second click does not switch it off
            Q_EMIT chosen(filter);
        });
        row->addWidget(chip);
        m_chips << chip;
    }
    row->addStretch();
    setCurrent({});
    m_call.request();
}

void JobViews::setCurrent(const QString &filter)
{
    for (qsizetype i = 0; i < m_views.size(); ++i)
        m_chips[i]->setChecked(m_views[i].filter == filter);
}

void JobViews::ask()
{
    std::vector<std::string> filters;
    for (const View &view : m_views)
        filters.push_back(view.filter.toStdString());
    m_connection.jobs().countJobs(filters, this, [this](const Result<std::vector<std::int64_t>> &counts) {
        m_call.answered();
        if (!counts)
            return; // it is asked again with the next change
        const auto known = std::min(static_cast<std::size_t>(m_chips.size()), counts->size());
        for (std::size_t i = 0; i < known; ++i)
            m_chips[static_cast<qsizetype>(i)]->setCount(static_cast<int>((*counts)[i]));
    });
}

} // namespace atelier::ui
