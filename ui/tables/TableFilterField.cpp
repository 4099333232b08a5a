#include "ui/tables/TableFilterField.h"

#include "core/document/TableFilterGrammar.h"
#include "ui/tables/PagedTable.h"
#include "ui/text/Format.h"
#include "ui/theme/ControlLook.h"
#include "ui/theme/Icon.h"

#include <QAccessible>
#include <QKeyEvent>

namespace atelier::ui {

namespace {

constexpr int typingMs = 500;
constexpr qsizetype longestExample = 24; // two of them fit into the field

/// A condition that the first row meets, or is at the bound of; "" where the column is of no such kind.
QString exampleOf(const PagedTable &table, int place, QChar sign)
{
    const TableColumn *column = table.column(place);
    const QModelIndex cell = table.index(0, place);
    if (column == nullptr || !cell.isValid() || cell.data(PagedTable::ExactRole).toString().isEmpty())
        return {};
    const bool isNumeric = column->kind == ValueKind::Integer || column->kind == ValueKind::Decimal;
    if (sign == u'>' ? !isNumeric : column->kind != ValueKind::Text)
        return {};
    const QString value = cell.data(PagedTable::ExactRole).toString().simplified();
    return textOf(tableFilterWord(column->name)) + sign + textOf(tableFilterWord(value.toStdString()));
}

QString firstExample(const PagedTable &table, QChar sign)
{
    for (int place = 0; place < table.columnCount(); ++place)
        if (const QString text = exampleOf(table, place, sign);
            !text.isEmpty() && text.size() <= longestExample)
            return text;
    return {};
}

} // namespace

TableFilterField::TableFilterField(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(QStringLiteral("tableFilter"));
    setAccessibleName(tr("Filter the rows of the table"));
    setToolTip(tr("Conditions on columns, all of which must hold: age>40 city=Rome,Oslo name:ada -score<0 "
                  "score is not empty. A name with blanks stands in quotes."));
    setClearButtonEnabled(true);
    setMaxLength(static_cast<int>(longestTableFilter) / 4); // bytes in UTF-8
    addAction(icon(u"filter"), LeadingPosition)->setText(accessibleName());
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(this, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::returnPressed, this, &TableFilterField::enter);
    connect(&m_typing, &QTimer::timeout, this, &TableFilterField::enter);
}

void TableFilterField::showExamples(const PagedTable &table)
{
    QStringList examples{firstExample(table, u'>'), firstExample(table, u'=')};
    examples.removeAll(QString());
    setPlaceholderText(
        examples.isEmpty() ? tr("Filter: column=value") : tr("Filter: %1").arg(examples.join(u' ')));
}

void TableFilterField::setFilter(const QString &filter)
{
    setText(filter);
    enter();
}

void TableFilterField::setProblem(const QString &sentence)
{
    if (sentence == accessibleDescription())
        return;
    setInvalid(*this, !sentence.isEmpty());
    setAccessibleDescription(sentence);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void TableFilterField::enter()
{
    m_typing.stop();
    Q_EMIT entered();
}

void TableFilterField::keyPressEvent(QKeyEvent *event)
{
    // An empty field leaves Esc to what lies around it.
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        setFilter({});
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace atelier::ui
