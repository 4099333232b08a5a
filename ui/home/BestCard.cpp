#include "ui/home/BestCard.h"

#include "ui/text/Format.h"
#include "ui/widgets/Divider.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"

#include <QVBoxLayout>

namespace atelier::ui {

namespace {

constexpr std::size_t mostRows = 4;

} // namespace

BestCard::BestCard(QWidget *parent)
    : TitledCard(tr("Best so far"), parent)
    , m_rows(makeColumn(nullptr, 8))
{
    setObjectName(QStringLiteral("bestCard"));
    addNote(tr("per experiment"));
    column()->addLayout(m_rows);
    hide();
}

void BestCard::showExperiments(const std::vector<ExperimentSummary> &experiments)
{
    std::vector<ExperimentSummary> shown;
    for (const ExperimentSummary &experiment : experiments)
        if (experiment.best && shown.size() < mostRows)
            shown.push_back(experiment);
    setVisible(!shown.empty());
    if (shown == m_shown)
        return;
    m_shown = std::move(shown);
    clearLayout(*m_rows);
    for (const ExperimentSummary &experiment : m_shown)
        addRow(experiment);
}

void BestCard::addRow(const ExperimentSummary &experiment)
{
    m_rows->addWidget(new Divider(Qt::Horizontal, this));
    auto *row = makeRow(nullptr, 10);
    auto *words = makeColumn(nullptr, 0);
    words->addWidget(new ElidedLabel(textOf(experiment.name), TextStyle::BodyMedium, &Colors::text, this));
    words->addWidget(new ElidedLabel(textOf(experiment.bestTitle), TextStyle::Caption, &Colors::text2, this));
    row->addLayout(words, 1);
    row->addWidget(
        new TextLabel(tr("%1 %2").arg(textOf(experiment.best->key), metricText(experiment.best->value)),
            TextStyle::BodyMedium, &Colors::text, this));
    const QString job = textOf(experiment.bestJob);
    auto *open
        = new IconButton(u"open", tr("Open %1").arg(textOf(experiment.bestTitle)), ControlSize::Small, this);
    connect(open, &IconButton::clicked, this, [this, job] { Q_EMIT openRequested(job); });
    row->addWidget(open);
    m_rows->addLayout(row);
}

} // namespace atelier::ui
