#include "ui/gallery/SampleJobs.h"

#include <cmath>
#include <vector>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui::gallery {

namespace {

QList<double> curve(double wobble)
{
    QList<double> points;
    for (int i = 0; i < 24; ++i)
        points << 1 - std::exp(-i / 7.0) + wobble * std::sin(i * 1.9);
    return points;
}

std::vector<Cell> group(const QString &name, const QString &facts, const QString &best)
{
    return std::vector<Cell>(8, cell::Group{name, facts, best, true});
}

std::vector<Cell> job(cell::Name name, JobStatus status, cell::Bar bar, const QString &created,
    const QString &lasted, cell::Metric metric, QStringList tags)
{
    return {std::move(name), cell::Status{stateLook(status)}, std::move(bar), cell::Text{created},
        cell::Number{lasted}, cell::Text{u"This machine"_s}, std::move(metric), cell::Tags{std::move(tags)}};
}

const std::vector<std::vector<Cell>> &rows()
{
    static const std::vector<std::vector<Cell>> all{
        group(u"breast-cancer"_s, u"latest 5 of 14 \u00b7 1 running \u00b7 1 queued \u00b7 1 failed"_s,
            u"Best AUC 0.9946"_s),
        job({u"breast-cancer-pipeline #15"_s, u"Step 5 of 7: Random forest \u00b7 55 s left"_s, u"pipeline"_s,
                Tone::Accent},
            JobStatus::Running, {{0.62, Tone::Accent, true}, u"62%"_s}, u"2 min ago"_s, u"1 min 48 s"_s,
            {curve(0.02), u"0.9931"_s, u"AUC"_s}, {u"pipeline"_s, u"seed 42"_s, u"large"_s}),
        job({u"gradient-boosting-d4"_s, u"Waits for 4 of 8 cores; 2 jobs use them all"_s, u"beaker"_s},
            JobStatus::Queued, {{0.0, Tone::Neutral, false}, u"Next"_s}, u"1 min ago"_s, {}, {},
            {u"baseline"_s}),
        job({u"mlp-64-32"_s, u"ValueError: input X contains NaN (worst texture)"_s, u"beaker"_s, Tone::Danger,
                &Colors::dangerText},
            JobStatus::Failed, {{0.34, Tone::Danger, false}, u"34%"_s}, u"12 min ago"_s, u"6 s"_s, {},
            {u"neural"_s}),
        job({u"random-forest-400"_s, u"400 trees \u00b7 depth 12 \u00b7 5-fold"_s, u"beaker"_s, Tone::Accent},
            JobStatus::Completed, {{}, u"5 of 5 folds"_s}, u"26 min ago"_s, u"14 s"_s,
            {curve(0.03), u"0.9946"_s, u"AUC"_s, true}, {u"baseline"_s, u"keep"_s}),
        job({u"logreg-l2-c01"_s, u"C 0.1 \u00b7 L2 \u00b7 standard scaler"_s, u"beaker"_s, Tone::Accent},
            JobStatus::Completed, {{}, u"5 of 5 folds"_s}, u"41 min ago"_s, u"3 s"_s,
            {curve(0.08), u"0.9917"_s, u"AUC"_s}, {u"baseline"_s}),
        group(u"wine-cultivars"_s, u"latest 2 of 8"_s, u"Best accuracy 0.9832"_s),
        job({u"knn-sweep"_s, u"Best of 12 trials: k 9, distance weights"_s, u"data_scatter"_s, Tone::Accent},
            JobStatus::Completed, {{}, u"12 of 12 trials"_s}, u"3 h ago"_s, u"38 s"_s,
            {curve(0.02), u"0.9832"_s, u"accuracy"_s, true}, {u"sweep"_s, u"keep"_s}),
        job({u"wine-pipeline #3"_s, u"Canceled by you at step 2 of 5"_s, u"pipeline"_s}, JobStatus::Canceled,
            {{0.4, Tone::Neutral, false}, u"40%"_s}, u"Yesterday"_s, u"21 s"_s, {}, {u"pipeline"_s}),
    };
    return all;
}

QList<Column> sampleColumns()
{
    using Align = Column::Align;
    return {
        {u"Job"_s, 0, Align::Start, true, 0, u"job"_s},
        {u"State"_s, 116, Align::Start, true, 0, u"state"_s},
        {u"Progress"_s, 132, Align::Start, true, 0, u"progress"_s},
        {u"Created"_s, 94, Align::Start, true, 0, u"created"_s},
        {u"Duration"_s, 90, Align::End, true, 3, u"duration"_s},
        {u"Compute"_s, 106, Align::Start, true, 1, u"compute"_s},
        {u"Primary metric"_s, 150, Align::Start, true, 0, u"metric"_s},
        {u"Tags"_s, 136, Align::Start, false, 2, u"tags"_s},
    };
}

} // namespace

SampleJobs::SampleJobs(QObject *parent)
    : TableModel(sampleColumns(), parent)
{
}

int SampleJobs::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows().size());
}

Cell SampleJobs::cell(int row, int column) const
{
    return rows()[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
}

bool SampleJobs::isGroup(int row) const
{
    return std::holds_alternative<cell::Group>(cell(row, 0));
}

} // namespace atelier::ui::gallery
