#include "tests/ui/translations/TextLint.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/table/TableModel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabBar>

namespace atelier::ui::test {

namespace {

QStringList modelTexts(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column) {
        texts << model.headerData(column, Qt::Horizontal).toString();
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, column).data().toString();
    }
    return texts;
}

QStringList ownTexts(const QWidget &widget)
{
    QStringList texts{widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        texts << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts << button->text();
    if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
        texts << field->placeholderText();
    if (const auto *choice = qobject_cast<const QComboBox *>(&widget))
        texts << choice->currentText();
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        for (int i = 0; i < tabs->count(); ++i)
            texts << tabs->tabText(i);
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view && view->model())
        texts << modelTexts(*view->model());
    return texts;
}

/// What is left of a text without its translated parts and without data.
QString rest(QString text, QStringList data)
{
    static const QRegularExpression innermost(QStringLiteral("⟦[^⟦⟧]*⟧"));
    while (text.contains(innermost))
        text.remove(innermost);
    std::sort(
        data.begin(), data.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &word : std::as_const(data))
        text.remove(word);
    return text;
}

QString placeOf(const QWidget &widget)
{
    QStringList path;
    for (const QWidget *at = &widget; at != nullptr && path.size() < 4; at = at->parentWidget())
        path.prepend(
            at->objectName().isEmpty() ? QLatin1StringView(at->metaObject()->className()) : at->objectName());
    return path.join(u'/');
}

QList<const QWidget *> shown(const QWidget &window)
{
    QList<const QWidget *> widgets;
    for (const QWidget *widget : window.findChildren<QWidget *>())
        if (widget->isVisible())
            widgets << widget;
    return widgets;
}

bool isClipped(const QWidget &widget)
{
    const auto *label = qobject_cast<const QLabel *>(&widget);
    if (label != nullptr && label->text().isEmpty())
        return false;
    if (label != nullptr && label->height() < label->fontMetrics().height())
        return true; // a column that was given too little height squeezes its rows
    if (widget.inherits("atelier::ui::ElidedLabel") || widget.inherits("atelier::ui::Crumb"))
        return false;
    if (label != nullptr && label->wordWrap())
        return label->height() < label->heightForWidth(label->width());
    const bool hasText = label != nullptr || qobject_cast<const QAbstractButton *>(&widget) != nullptr;
    return hasText && widget.width() < widget.sizeHint().width();
}

} // namespace

QStringList untranslatedTexts(const QWidget &window, const QStringList &data)
{
    static const QRegularExpression word(QStringLiteral("\\p{L}{2}"));
    QStringList found;
    for (const QWidget *widget : shown(window))
        for (const QString &text : ownTexts(*widget))
            if (rest(text, data).contains(word))
                found << placeOf(*widget) + QStringLiteral(": ") + text;
    found.removeDuplicates();
    return found;
}

QStringList clippedTexts(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : shown(window))
        if (isClipped(*widget))
            found << QStringLiteral("%1: %2, %3 of %4 px")
                         .arg(placeOf(*widget), ownTexts(*widget).join(u' '))
                         .arg(widget->width())
                         .arg(widget->sizeHint().width());
    return found;
}

} // namespace atelier::ui::test
