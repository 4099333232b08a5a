#pragma once

#include <QWidget>

namespace atelier::ui {

class TextLabel;
class WrapLabel;

/// A field with its label above and help below; an error takes the place of the help and marks the field.
class LabeledField : public QWidget
{
    Q_OBJECT

public:
    enum class Need { Optional, Required };

    /// Takes the field over and names it after the label for screen readers.
    LabeledField(const QString &label, QWidget *field, const QString &help = {}, Need need = Need::Optional,
        QWidget *parent = nullptr);

    void setError(const QString &error); ///< empty: there is none
    [[nodiscard]] bool hasError() const { return !m_error.isEmpty(); }
    [[nodiscard]] QWidget *field() const { return m_field; }

private:
    void showNote();

    QWidget *m_field;
    QWidget *m_errorIcon;
    WrapLabel *m_note;
    QString m_help;
    QString m_error;
};

} // namespace atelier::ui
