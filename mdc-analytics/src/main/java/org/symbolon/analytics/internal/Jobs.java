package org.symbolon.analytics.internal;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hbase.mapreduce.TableMapReduceUtil;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.Reducer;
import org.apache.hadoop.mapreduce.lib.input.SequenceFileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.SequenceFileOutputFormat;
import org.apache.hadoop.mapreduce.lib.reduce.LongSumReducer;
import org.symbolon.analytics.Breakdown;
import org.symbolon.archive.DocumentRows;
import org.symbolon.model.ProgressLine;

/** The jobs, put together and run. One object an analysis; not thread-safe. */
public final class Jobs {
    private static final String VISITS = "visits";
    private static final String RESULT = "result";
    private static final int ROWS_A_FETCH = 100;

    private final Workspace workspace;
    private final JobRunner runner;

    public Jobs(Workspace workspace, ProgressLine progress) {
        this.workspace = workspace;
        this.runner = new JobRunner(progress);
    }

    /** A row of the frequency job. */
    public record Frequency(List<String> cell, long visits) {}

    /** @param row test, unit, group */
    public record Statistics(List<String> row, List<String> values) {}

    /** In the order of their cells. */
    public List<Frequency> frequencies(List<Breakdown> by) throws IOException {
        Job visitJob = visitJob(FrequencyVisitReducer.class, Text.class, LongWritable.class);
        visitJob.getConfiguration()
                .setStrings(
                        FrequencyVisitReducer.BREAKDOWN,
                        by.stream().map(Enum::name).toArray(String[]::new));
        runner.run(visitJob, "reading");

        Job counting = countingJob("counts of visits", Text.class, LongWritable.class);
        counting.setCombinerClass(LongSumReducer.class);
        counting.setReducerClass(LongSumReducer.class);
        counting.setOutputKeyClass(Text.class);
        counting.setOutputValueClass(LongWritable.class);
        runner.run(counting, "counting");
        return workspace
                .read(
                        RESULT,
                        Text.class,
                        LongWritable.class,
                        (key, value) -> new Frequency(Cells.split(key.toString()), value.get()))
                .stream()
                .sorted(Comparator.comparing(row -> Cells.join(row.cell())))
                .toList();
    }

    /** In the order of test, unit and group. */
    public List<Statistics> laboratory() throws IOException {
        runner.run(visitJob(LaboratoryVisitReducer.class, MeasurementKey.class, Tally.class), "reading");

        Job statistics = countingJob("statistics of results", MeasurementKey.class, Tally.class);
        statistics.setCombinerClass(TallyCombiner.class);
        statistics.setGroupingComparatorClass(MeasurementKey.RowGrouping.class);
        // Without it the combiner would take a row's values for one
        statistics.setCombinerKeyGroupingComparatorClass(MeasurementKey.Whole.class);
        statistics.setReducerClass(StatisticsReducer.class);
        statistics.setOutputKeyClass(Text.class);
        statistics.setOutputValueClass(Text.class);
        runner.run(statistics, "counting");
        return workspace
                .read(
                        RESULT,
                        Text.class,
                        Text.class,
                        (key, value) -> new Statistics(Cells.split(key.toString()), Cells.split(value.toString())))
                .stream()
                .sorted(Comparator.comparing(row -> Cells.join(row.row())))
                .toList();
    }

    private <K, V> Job visitJob(
            Class<? extends Reducer<Text, BytesWritable, K, V>> reducer, Class<K> keyType, Class<V> valueType)
            throws IOException {
        Job job = job("visits of the documents");
        TableMapReduceUtil.initTableMapperJob(
                DocumentRows.TABLE,
                DocumentRows.scan().setCaching(ROWS_A_FETCH),
                VisitMapper.class,
                Text.class,
                BytesWritable.class,
                job,
                false);
        job.setCombinerClass(VisitCombiner.class);
        job.setReducerClass(reducer);
        writes(job, VISITS);
        job.setOutputKeyClass(keyType);
        job.setOutputValueClass(valueType);
        return job;
    }

    private Job countingJob(String name, Class<?> keyType, Class<?> valueType) throws IOException {
        Job job = job(name);
        job.setInputFormatClass(SequenceFileInputFormat.class);
        SequenceFileInputFormat.addInputPath(job, workspace.path(VISITS));
        job.setMapOutputKeyClass(keyType);
        job.setMapOutputValueClass(valueType);
        writes(job, RESULT);
        return job;
    }

    private Job job(String name) throws IOException {
        Configuration configuration = new Configuration(workspace.configuration());
        new JobJars(workspace.localFolder()).ship(configuration);
        return Job.getInstance(configuration, "symbolon: " + name);
    }

    private void writes(Job job, String name) {
        job.setOutputFormatClass(SequenceFileOutputFormat.class);
        FileOutputFormat.setOutputPath(job, workspace.path(name));
    }
}
