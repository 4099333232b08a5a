#include "ui/jobs/ChangeDialog.h"

#include "core/base/Ids.h"
#include "ui/text/Format.h"
#include "ui/theme/ControlLook.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/LabeledField.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/WrapLabel.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int dialogWidth = 620;
constexpr int rowHeight = 40;
constexpr int fewestRows = 2; // in a window that is small
constexpr int nameWidth = 180;

} // namespace

ChangeDialog::ChangeDialog(const Studio &studio, QWidget &window, const JobDetail &job)
    : Dialog(window, tr("Run with changes"), dialogWidth)
    , m_studio(studio)
    , m_job(job.summary.name)
    , m_document(job.document)
    , m_banner(new Banner(Tone::Danger, {}, {}, this))
    , m_name(new QLineEdit(this))
    , m_experiment(new QLineEdit(this))
{
    setObjectName(QStringLiteral("changeDialog"));
    m_banner->hide();
    body()->addWidget(m_banner);
    addHeaderFields(job.summary);
    addInputs();
    addButtons();
    setFirstFocus(m_rows.empty() ? m_name : m_rows.front().field);
    showChanges();
}

void ChangeDialog::addHeaderFields(const JobSummary &job)
{
    m_name->setObjectName(QStringLiteral("changedName"));
    m_name->setText(job.displayName == job.name ? QString() : textOf(job.displayName));
    m_name->setPlaceholderText(tr("The new job's own name"));
    m_experiment->setObjectName(QStringLiteral("changedExperiment"));
    m_experiment->setText(textOf(job.experiment));
    auto *row = makeRow(nullptr, 12);
    row->addWidget(new LabeledField(tr("Display name"), m_name, {}, LabeledField::Need::Optional, this), 1,
        Qt::AlignTop);
    m_experimentField
        = new LabeledField(tr("Experiment"), m_experiment, {}, LabeledField::Need::Required, this);
    row->addWidget(m_experimentField, 1, Qt::AlignTop);
    connect(m_experiment, &QLineEdit::textEdited, this, [this] { m_experimentField->setError({}); });
    for (QLineEdit *field : {m_name, m_experiment})
        connect(field, &QLineEdit::returnPressed, this, &ChangeDialog::submit);
    body()->addLayout(row);
}

void ChangeDialog::addInputs()
{
    const auto inputs = literalInputsOf(m_document);
    if (inputs.empty())
        return;
    body()->addWidget(new TextLabel(tr("Parameters"), TextStyle::BodyStrong, &Colors::text, this));
    m_area = new QScrollArea(this);
    auto *rows = new QWidget(m_area);
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins(2, 2, 8, 2); // room for the ring of the focus
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, scaled(nameWidth));
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 1);
    for (const LiteralInput &input : inputs)
        addInput(*grid, input);
    m_area->setWidget(rows);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->widget()->setAutoFillBackground(false); // setWidget() has set it
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus); // it follows the field that has the focus
    m_area->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_area->setMinimumHeight(scaled(rowHeight) * std::min(fewestRows, static_cast<int>(inputs.size())) + 4);
    body()->addWidget(m_area);
}

void ChangeDialog::addInput(QGridLayout &grid, const LiteralInput &input)
{
    const QString name = textOf(input.step.empty() ? input.name : input.step + " · " + input.name);
    Row row{input, new QLineEdit(textOf(input.value), this),
        new ElidedLabel({}, TextStyle::Caption, &Colors::accentText, this),
        new WrapLabel({}, TextStyle::Caption, &Colors::dangerText, 0, this)};
    row.field->setObjectName(QStringLiteral("input_") + textOf(input.path));
    row.field->setAccessibleName(name);
    row.field->setFont(ui::font(TextStyle::Code));
    row.error->hide();
    connect(row.field, &QLineEdit::textChanged, this, &ChangeDialog::showChanges);
    connect(row.field, &QLineEdit::textEdited, this, [row] { setError(row, {}); });
    connect(row.field, &QLineEdit::returnPressed, this, &ChangeDialog::submit);
    const int place = 2 * static_cast<int>(m_rows.size());
    grid.addWidget(new ElidedLabel(name, TextStyle::Code, &Colors::text2, this), place, 0);
    grid.addWidget(row.field, place, 1);
    grid.addWidget(row.was, place, 2);
    grid.addWidget(row.error, place + 1, 1, 1, 2);
    m_rows.push_back(row);
}

void ChangeDialog::addButtons()
{
    auto *cancel = new Button(tr("Cancel"), ButtonKind::Default, {}, ControlSize::Normal, this);
    connect(cancel, &Button::clicked, this, &Dialog::reject);
    addButton(cancel);
    m_submit = new Button(tr("Run"), ButtonKind::Primary, u"play", ControlSize::Normal, this);
    m_submit->setObjectName(QStringLiteral("submitChanges"));
    connect(m_submit, &Button::clicked, this, &ChangeDialog::submit);
    addButton(m_submit);
}

void ChangeDialog::showChanges()
{
    for (const Row &row : m_rows) {
        const QString before = textOf(row.input.value);
        const bool isChanged = row.field->text() != before;
        row.was->setText(isChanged ? tr("was %1").arg(before.isEmpty() ? noFigure() : before) : QString());
    }
}

std::vector<std::string> ChangeDialog::settings() const
{
    std::vector<std::string> settings{
        settingOf({"display_name", {}, {}, {}, true}, m_name->text().trimmed().toStdString()),
        settingOf({"experiment_name", {}, {}, {}, true}, m_experiment->text().trimmed().toStdString())};
    for (const Row &row : m_rows)
        if (const std::string text = row.field->text().toStdString(); text != row.input.value)
            settings.push_back(settingOf(row.input, text));
    return settings;
}

void ChangeDialog::submit()
{
    if (m_submit->isBusy())
        return;
    if (m_experiment->text().trimmed().isEmpty())
        return showErrors(
            {{ErrorKind::Invalid, {}, tr("A job belongs to an experiment: name one.").toStdString(), {},
                {{}, 0, 0, "experiment_name"}}});
    m_submit->setBusy(true);
    m_studio.connection.jobs().submitFrom(randomJobName(), m_job, settings(), this,
        [this](const std::vector<Error> &errors, const JobDetail &job) {
            m_submit->setBusy(false);
            if (!errors.empty())
                return showErrors(errors);
            const std::string name = job.summary.name;
            accept();
            Q_EMIT submitted(name);
        });
}

void ChangeDialog::showErrors(std::vector<Error> errors)
{
    m_experimentField->setError(takeSentences(errors, "experiment_name", tr("Experiment")));
    QLineEdit *first = m_experimentField->hasError() ? m_experiment : nullptr;
    for (const Row &row : m_rows) {
        setError(row, takeSentences(errors, row.input.path, textOf(row.input.name)));
        if (first == nullptr && isInvalid(row.field))
            first = row.field;
    }
    showOthers(errors);
    if (first == nullptr)
        return;
    first->setFocus(Qt::OtherFocusReason);
    if (first != m_experiment)
        m_area->ensureWidgetVisible(first);
}

/// A value that reaches several steps is refused by each of them: said once, and by the field's own name.
QString ChangeDialog::takeSentences(
    std::vector<Error> &errors, const std::string &path, const QString &name) const
{
    QStringList sentences;
    std::erase_if(errors, [&](const Error &error) {
        const std::string &place = error.location.path;
        const bool isOfIt = literalBehind(m_document, place) == path;
        if (isOfIt)
            sentences << textOf(error.sentence).replace(u'\'' + textOf(place) + u'\'', u'\'' + name + u'\'');
        return isOfIt;
    });
    sentences.removeDuplicates();
    return sentences.join(u'\n');
}

void ChangeDialog::showOthers(const std::vector<Error> &errors)
{
    QStringList sentences;
    for (const Error &error : errors)
        sentences << textOf(error.sentence);
    m_banner->setMessage(Tone::Danger,
        tr("The job was not submitted: %n thing(s) must be mended", nullptr, static_cast<int>(errors.size())),
        sentences.join(u'\n'));
    m_banner->setVisible(!errors.empty());
}

void ChangeDialog::setError(const Row &row, const QString &sentence)
{
    setInvalid(*row.field, !sentence.isEmpty());
    row.field->setAccessibleDescription(sentence);
    row.error->setText(sentence);
    row.error->setVisible(!sentence.isEmpty());
}

} // namespace atelier::ui
